/** Who sees what of a person, who may come near them, and whom they have blocked. */
export const privacyEn = {
  'presence.recently': 'last seen recently',

  'settings.privacy': 'Privacy',

  'privacy.sub': 'Contacts are the people you share a chat with.',
  'privacy.EVERYBODY': 'Everybody',
  'privacy.CONTACTS': 'Contacts',
  'privacy.NOBODY': 'Nobody',
  'privacy.lastSeen': 'Who sees when you are here',
  'privacy.lastSeenHint': 'Of those you hide it from, you do not see it either.',
  'privacy.photo': 'Who sees your picture',
  'privacy.messages': 'Who may write to you',
  'privacy.messagesHint': 'In private chats. In groups everybody reads everybody.',
  'privacy.groups': 'Who may add you to groups',
  'privacy.readReceipts': 'Read receipts',
  'privacy.readReceiptsHint': 'Off, nobody sees in private chats how far you have read, and you do not see it of them.',
  'privacy.blocked': 'Blocked people',
  'privacy.nobodyBlocked': 'You have blocked nobody. You can, in the details of a private chat.',

  'block.do': 'Block {{name}}',
  'block.short': 'Block',
  'block.sure': 'Block {{name}}?',
  'block.warn': 'Neither of you can write in this chat any more, nor see the other’s picture and when they are here. They are not told. In groups you share, nothing changes.',
  'block.undo': 'Unblock',
  'block.undoOne': 'Unblock {{name}}',
  'block.composer': 'You have blocked {{name}}.',

  'refused.BLOCKED': 'You have blocked this person. Unblock them to write.',
  'refused.UNREACHABLE': 'This person does not take messages from you.',
  'refused.adding': 'You cannot add {{names}}: their privacy settings do not allow it. Leave them out, or invite them yourself.',
};

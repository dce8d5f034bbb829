export const textEn = {
  'text.spoiler': 'Hidden text. Show it',
  'text.code': 'Code',
  'text.copyCode': 'Copy the code',
  'text.copied': 'Copied',
  'text.mentions': 'Who is meant',
  'text.everybody': 'Everybody in this chat',
};

/** Choosing a person or a chat for a plugin's setting. */
export const pickEn = {
  'pick.user': 'Search people',
  'pick.chat': 'Search your groups and channels',
  'pick.nobody': 'Nobody of that name.',
  'pick.noChat': 'No group or channel of that name that you are in.',
  'pick.gone': 'No longer there, or not for you to see',
  'pick.clear': 'Clear: {{label}}',
  'field.uuid': 'Choose it from the list.',
};

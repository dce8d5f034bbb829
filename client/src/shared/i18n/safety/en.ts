/** When something was done too often, and passkeys. */
export const safetyEn = {
  'limits.again_one': 'That was too often. Try again in {{count}} second.',
  'limits.again_other': 'That was too often. Try again in {{count}} seconds.',
  'limits.sending_one': 'A little fast: the rest goes out by itself in {{count}} second.',
  'limits.sending_other': 'A little fast: the rest goes out by itself in {{count}} seconds.',
};

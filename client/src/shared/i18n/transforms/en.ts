/** Around messages that plugins change on their way out and in. */
export const transformsEn = {
  'transform.failed': '{{plugin}} could not prepare it for sending.',
  'transform.raw': '{{plugin}} could not read this message. It is shown as it came.',
  'plugin.transforms': 'Messages it changes',
  'plugin.outgoing': 'before they are sent, on the device of whoever writes',
  'plugin.incoming': 'before they are shown, on the device of whoever reads',
};

/** What is shown of the pages that messages link to. */
export const previewsEn = {
  'preview.hide': 'Remove preview',
  'preview.decline': 'Send without preview',

  'security.previews': 'Link previews',
  'security.previewsSub': 'The server looks at pages that messages link to and shows their title, a few words and a picture. While this is off, it asks nobody.',
  'audit.field.linkPreviews': 'Link previews',
};

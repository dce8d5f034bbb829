const side = 512;

/** A square of what is in the middle, small enough to show in every list; what the camera noted about the place stays behind. */
export async function shrinkPicture(file: File): Promise<File> {
  const picture = await createImageBitmap(file);
  const edge = Math.min(picture.width, picture.height);
  const size = Math.min(side, edge);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const brush = canvas.getContext('2d')!;
  // JPEG knows no transparency and would show black for it.
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, size, size);
  brush.drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 2, edge, edge, 0, 0, size, size);
  picture.close();
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.88));
  if (!blob) throw new Error('The browser could not draw this picture.');
  return new File([blob], 'avatar.jpg', { type: 'image/jpeg' });
}

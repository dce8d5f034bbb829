import type { Preview, StoredFile } from '../shared/api/types';
import { hostOf, isWeb } from '../shared/text/firstLink';
import { outward } from './text/WebLink';
import { usePicture } from './usePicture';

/** What a page says of itself, as plain words and a picture from our own server. Who it says it is goes with where it is. */
export function PreviewCard({ preview: { url, site, title, description, image } }: { preview: Preview }) {
  if (!isWeb(url)) return null;
  const host = hostOf(url);
  const isWide = image && (image.width ?? 0) >= 300;
  return (
    <a
      href={url}
      {...outward}
      className="mt-1.5 mb-0.5 flow-root w-88 max-w-full rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-sm transition-colors duration-(--quick) hover:bg-accent/16"
    >
      {image && !isWide && <Image file={image} className="float-right mt-0.5 ml-2 size-14" />}
      <span dir="auto" className="block truncate font-semibold text-accent-text">{site === host ? host : `${site} · ${host}`}</span>
      {title && <span dir="auto" className="line-clamp-2 font-semibold wrap-anywhere">{title}</span>}
      {description && <span dir="auto" className="line-clamp-3 wrap-anywhere">{description}</span>}
      {isWide && <Image file={image} className="mt-1.5 mb-1 aspect-[1.9] w-full" />}
    </a>
  );
}

/** Its place is kept from the first frame. Beside its title it says nothing more. */
function Image({ file, className }: { file: StoredFile; className: string }) {
  const { address } = usePicture(file);
  return (
    <span aria-hidden className={`block overflow-hidden rounded-tail bg-sunken ${className}`}>
      {address && <img src={address} alt="" className="fade-in size-full object-cover" />}
    </span>
  );
}

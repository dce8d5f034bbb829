export const Logo = ({ size = 56 }: { size?: number }) => (
  <img src="/icon.svg" alt="" width={size} height={size} className="select-none" draggable={false} />
);

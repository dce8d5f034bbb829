/** An element with text and not HTML in it: what people wrote stays what they wrote. */
export function make(tag, className, ...children) {
  const el = document.createElement(tag);
  if (className) el.className = className;
  el.append(...children);
  return el;
}

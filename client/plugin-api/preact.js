import { Component, h, render } from 'preact';

/**
 * @typedef {{ fail: (error: unknown) => void, children?: import('preact').ComponentChildren }} Inside
 * @extends {Component<Inside, { failed?: boolean }>}
 */
class Boundary extends Component {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  /** @param {unknown} error */
  componentDidCatch(error) {
    // Not at once: the app unmounts on it, and the tree is still being drawn.
    queueMicrotask(() => this.props.fail(error));
  }

  /** @param {Inside} props @param {{ failed?: boolean }} state */
  render({ children }, { failed }) {
    return failed ? null : children;
  }
}

/** @type {typeof import('./preact.d.ts').mount} */
export function mount(component) {
  return (el, props, fail) => {
    const draw = (/** @type {typeof props} */ now) => render(h(Boundary, { fail }, h(component, now)), el);
    draw(props);
    return { update: draw, unmount: () => render(null, el) };
  };
}

import type { Contribution, Mounted } from '@stogram/plugin';
import { blame, guard } from './guard';

/** What a plugin mounts, and where. */
export interface MountPiece {
  plugin: string;
  slot: string;
  contribution: Contribution<never>;
}

/** One contribution in one place. Whatever it throws, its element is gone afterwards and nothing else. */
export class Mounting {
  #el: HTMLElement | null = null;
  #mounted: Mounted<never> | null = null;
  #failed = false;
  readonly #name: string;

  constructor(
    private readonly piece: MountPiece,
    private readonly place: HTMLElement,
    private readonly onFail: () => void = () => undefined,
  ) {
    this.#name = `${piece.slot} (${piece.contribution.id})`;
  }

  show(props: object) {
    if (this.#failed) return;
    if (this.#mounted && !this.#mounted.update) this.end();
    try {
      if (this.#mounted) this.#mounted.update!(props as never);
      else this.#mount(props);
    } catch (error) {
      this.#fail(error);
    }
  }

  end() {
    const mounted = this.#mounted;
    this.#mounted = null;
    if (mounted) guard(this.piece.plugin, `unmounting ${this.#name}`, () => mounted.unmount(), undefined);
    this.#el?.remove();
    this.#el = null;
  }

  #mount(props: object) {
    const el = document.createElement('div');
    this.#el = el;
    this.place.append(el);
    const late = (error: unknown) => {
      if (this.#el === el) this.#fail(error);
    };
    this.#mounted = this.piece.contribution.mount(el, props as never, late) as Mounted<never>;
    if (typeof this.#mounted?.unmount !== 'function') throw new Error('mount has to return an unmount function.');
    // It may have said so before it returned.
    if (this.#failed) this.end();
  }

  #fail(error: unknown) {
    this.#failed = true;
    blame(this.piece.plugin, this.#name, error);
    this.end();
    this.onFail();
  }
}

import type { ComponentType } from 'preact';
import type { Mount } from './slots.d.ts';

/**
 * Makes a contribution's mount function of a Preact component: the slot's properties become the component's. What it
 * throws while it renders, first or later, takes the contribution out.
 */
export declare function mount<P extends object>(component: ComponentType<P>): Mount<P>;

import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** From 0, guessed at once, to 4. What an attacker knows of the person counts as guessed. */
export const strengthOf = (password: string, known: readonly string[]) =>
  judge.check(password.slice(0, 100), known.filter(Boolean)).score;

import type { SearchHit, SearchSource } from '@stogram/plugin';
import { useMemo } from 'react';
import { blame } from './guard';
import { type Source, useRegistry } from './registry';
import { freezeDeep } from './views';

/** The sources of all plugins; whatever one throws, it has found nothing. */
export function useSources(): readonly SearchSource[] {
  const sources = useRegistry(state => state.sources);
  return useMemo(() => Object.freeze(sources.map(guarded)), [sources]);
}

const guarded = ({ plugin, source }: Source): SearchSource => Object.freeze({
  id: `${plugin}/${source.id}`,
  async search(question) {
    try {
      return freezeDeep(structuredClone(await source.search(question)) as SearchHit[]);
    } catch (error) {
      if (!question.signal.aborted) blame(plugin, `the search source ${source.id}`, error);
      return [];
    }
  },
} satisfies SearchSource);

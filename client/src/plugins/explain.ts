import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../shared/api/types';
import { guard } from './guard';
import { type Explanation, useRegistry } from './registry';

/** Why a message was refused, in the words of the web half of the plugin that did; null where there are none. */
export function useExplanation(failure: Failure) {
  const { i18n } = useTranslation();
  const explanations = useRegistry(state => state.explanations);
  return useMemo(() => explain(explanations, failure), [explanations, failure, i18n.language]);
}

function explain(explanations: readonly Explanation[], { code, details = {} }: Failure) {
  if (code !== 'REJECTED') return null;
  const found = explanations.find(other => other.code === details.code && (details.plugin ?? other.plugin) === other.plugin);
  return found ? guard(found.plugin, `explaining ${found.code}`, () => found.say(details), null) : null;
}

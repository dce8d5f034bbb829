import { type Asked, kinds, states } from '../asked';
import { Icon } from '../Icon';
import type { Texts } from '../texts';

interface Props {
  readonly asked: Asked;
  readonly texts: Texts;
  readonly onChange: (asked: Asked) => void;
}

export function Chips({ asked, texts, onChange }: Props) {
  const toggle = <T extends string>(list: readonly T[], one: T) => (list.includes(one) ? list.filter(other => other !== one) : [...list, one]);
  return (
    <div class="search-chips" role="group" aria-label={texts.filters}>
      {asked.person && <Removable name={texts.from(asked.person.name || texts.someone)} texts={texts} onRemove={() => onChange({ ...asked, person: null })} />}
      {asked.chat && <Removable name={texts.in(asked.chat.name || texts.aChat)} texts={texts} onRemove={() => onChange({ ...asked, chat: null })} />}
      <Chip name={texts.newest} isOn={asked.newest} onToggle={() => onChange({ ...asked, newest: !asked.newest })} />
      {kinds.map(kind => (
        <Chip key={kind} name={texts.has[kind]} isOn={asked.has.includes(kind)} onToggle={() => onChange({ ...asked, has: toggle(asked.has, kind) })} />
      ))}
      {states.map(state => (
        <Chip key={state} name={texts.is[state]} isOn={asked.is.includes(state)} onToggle={() => onChange({ ...asked, is: toggle(asked.is, state) })} />
      ))}
      <Day name={texts.since} value={asked.since} onChange={since => onChange({ ...asked, since })} />
      <Day name={texts.until} value={asked.until} onChange={until => onChange({ ...asked, until })} />
    </div>
  );
}

const Chip = ({ name, isOn, onToggle }: { name: string; isOn: boolean; onToggle: () => void }) => (
  <button type="button" class="search-chip" aria-pressed={isOn} onClick={onToggle}><span>{name}</span></button>
);

const Removable = ({ name, texts, onRemove }: { name: string; texts: Texts; onRemove: () => void }) => (
  <button type="button" class="search-chip is-on" aria-label={texts.remove(name)} onClick={onRemove}><span>{name}<Icon name="close" /></span></button>
);

const Day = ({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) => (
  <label class={`search-chip ${value ? 'is-on' : ''}`}>
    <span>{name}<input type="date" value={value} onChange={event => onChange(event.currentTarget.value)} /></span>
  </label>
);

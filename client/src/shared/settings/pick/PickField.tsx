import { Avatar } from '../../ui/Avatar';
import { IconButton } from '../../ui/IconButton';
import { Sheet } from '../../ui/Sheet';
import { ChevronDown, X } from 'lucide-react';
import { useContext, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFieldProps } from '../TextSetting';
import { type Choice, Choosing, type Picker } from './Choosing';
import { PickList } from './PickList';

/** A person or a chat, chosen by name; what is kept is the id. */
export function PickField({ picker, label, hint, error, value, onChange }: TextFieldProps & { picker: Picker }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<Choice | null | undefined>(undefined);
  const id = useId();
  const choices = useContext(Choosing);
  const shown = found?.id === value ? found : undefined;
  useEffect(() => {
    let current = true;
    if (value) void choices.one(picker, value).then(choice => current && setFound(choice));
    return () => void (current = false);
  }, [choices, picker, value]);
  const name = value === '' ? t('form.none') : shown ? shown.name : found === null ? t('pick.gone') : '';
  const pick = (choice: Choice) => {
    setFound(choice);
    setOpen(false);
    onChange(choice.id);
  };
  return (
    <div className="grid gap-1">
      <span id={`${id}-label`} className="text-sm font-medium">{label}</span>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-haspopup="dialog"
          aria-labelledby={`${id}-label ${id}-name`}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          onClick={() => setOpen(true)}
          className={`flex h-11.5 min-w-0 flex-1 items-center gap-2 rounded-md border bg-raised px-3 text-left transition-colors duration-(--quick) ${error ? 'border-bad' : 'border-line hover:border-ink-3'}`}
        >
          {shown && <Avatar id={shown.id} name={shown.name} picture={shown.picture} square={shown.isChat} size="2xs" />}
          <span id={`${id}-name`} className={`min-w-0 flex-1 truncate ${shown ? '' : 'text-ink-2'}`}>{name}</span>
          <ChevronDown aria-hidden size={17} className="shrink-0 text-ink-2" />
        </button>
        {value !== '' && <IconButton icon={X} label={t('pick.clear', { label })} onClick={() => onChange('')} />}
      </div>
      {(error || hint) && <p id={`${id}-note`} role={error ? 'alert' : undefined} className={`text-sm text-pretty ${error ? 'text-bad' : 'text-ink-2'}`}>{error ?? hint}</p>}
      {isOpen && <Sheet title={label} onClose={() => setOpen(false)}><PickList picker={picker} chosen={value} onPick={pick} /></Sheet>}
    </div>
  );
}

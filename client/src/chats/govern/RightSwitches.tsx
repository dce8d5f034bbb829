import { useTranslation } from 'react-i18next';
import type { ChatRight } from '../../shared/api/govern';
import { allRights } from '../../shared/rights';
import { Switch } from '../../shared/ui/Switch';

export interface RightSwitchesProps {
  title: string;
  held: readonly ChatRight[];
  offered?: readonly ChatRight[];
  isBusy: boolean;
  onChange: (rights: ChatRight[]) => void;
}

export function RightSwitches({ title, held, offered = allRights, isBusy, onChange }: RightSwitchesProps) {
  const { t } = useTranslation();
  const turn = (right: ChatRight, isOn: boolean) => onChange(isOn ? [...held, right] : held.filter(other => other !== right));
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold text-ink-2">{title}</h3>
      <ul>
        {offered.map(right => (
          <SwitchRow key={right} label={t(`govern.right.${right}`)} isOn={held.includes(right)} isBusy={isBusy} onChange={isOn => turn(right, isOn)} />
        ))}
      </ul>
    </section>
  );
}

export interface SwitchRowProps {
  label: string;
  isOn: boolean;
  isBusy: boolean;
  onChange: (isOn: boolean) => void;
}

export const SwitchRow = ({ label, ...rest }: SwitchRowProps) => (
  <li className="flex min-h-11 items-center justify-between gap-3 py-0.5">
    <span aria-hidden className="min-w-0 wrap-anywhere">{label}</span>
    <Switch label={label} {...rest} />
  </li>
);

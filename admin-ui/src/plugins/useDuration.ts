import { useTranslation } from 'react-i18next';

const second = 1000;

/** Milliseconds as people read them. */
export function useDuration() {
  const { i18n } = useTranslation();
  const unit = (name: 'millisecond' | 'second') =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit: name, unitDisplay: 'short', maximumSignificantDigits: 2 });
  return (milliseconds: number) => (milliseconds < second ? unit('millisecond').format(milliseconds) : unit('second').format(milliseconds / second));
}

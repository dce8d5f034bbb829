import { moment } from '@stogram/client/shared/time/format';
import { useTranslation } from 'react-i18next';

export function useMoment() {
  const { i18n } = useTranslation();
  return (time: string) => moment(new Date(time), i18n.language);
}

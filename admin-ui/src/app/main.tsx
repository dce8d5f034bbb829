import '../admin.css';
import { startI18n } from '@stogram/client/shared/i18n/start';
import { startTheme } from '@stogram/client/shared/theme/theme';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './Root';

startTheme();
await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);

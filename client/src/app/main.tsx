import '../shared/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { app } from '../shared/app';
import { startPlugins } from '../plugins/start';
import { startI18n } from '../shared/i18n/start';
import { startTheme } from '../shared/theme/theme';
import { Root } from './Root';

startTheme();
await startI18n();
void app.start();
startPlugins();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/queries.js';
import { router } from './app.js';
import { followTheme } from './shell/theme.js';
import './styles/index.css';
import { followLanguage } from './text/i18n.js';

followTheme();
followLanguage();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
// After the first picture: text is legible in the system's font until then.
void import('./fonts/fonts.css').catch(() => undefined);

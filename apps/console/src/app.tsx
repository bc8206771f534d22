import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { I18nProvider, RouterProvider as AriaRouterProvider } from 'react-aria-components';
import {
  createBrowserRouter,
  Navigate,
  Outlet,
  useHref,
  useLocation,
  useNavigate,
  useRouteError,
} from 'react-router';
import { call } from './api/call.js';
import { loadPart } from './api/load-part.js';
import { ApiProblem } from './api/problem.js';
import { keyOf, ME, useMay } from './api/queries.js';
import type { Me } from './api/types.js';
import { PAGES } from './pages.js';
import type { PageEntry } from './shell/page-entry.js';
import { Frame } from './shell/frame.js';
import SignIn from './shell/sign-in.js';
import { useShellText } from './shell/text.js';
import { useLanguage } from './text/i18n.js';
import { Button, LinkButton } from './ui/button.js';
import { Page } from './ui/page.js';
import { Loading, Notice } from './ui/waiting.js';

/** Links of react-aria go through the router, and its words follow our language. */
function Root() {
  const navigate = useNavigate();
  const language = useLanguage();
  return (
    <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-GB'}>
      <AriaRouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
        <Outlet />
      </AriaRouterProvider>
    </I18nProvider>
  );
}

const PasswordFirst = lazy(() => loadPart(() => import('./shell/password-first.js')));
const SetUpFirst = lazy(() => loadPart(() => import('./second-factor/set-up-first.js')));

/** Nothing of the frame is shown before it is known who looks at it. */
function SignedIn() {
  const t = useShellText();
  const { pathname, search } = useLocation();
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(ME),
    queryFn: () => call<Me>('GET', ME, { anonymous: true }),
    staleTime: 60_000,
  });
  if (data?.passwordDue || data?.secondFactorDue)
    return (
      <Suspense fallback={<Loading />}>{data.passwordDue ? <PasswordFirst /> : <SetUpFirst />}</Suspense>
    );
  if (data) return <Frame />;
  if (error instanceof ApiProblem && error.status === 401) {
    const next = pathname + search;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  return (
    <div className="gate">
      {error ? (
        <Notice
          tone="danger"
          title={t('away')}
          actions={<Button onPress={() => void refetch()}>{t('reload')}</Button>}
        />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function NoPage() {
  const t = useShellText();
  return (
    <Page title={t('noPage')} lead={t('noPageWhy')}>
      <div>
        <LinkButton kind="primary" href="/">
          {t('toHome')}
        </LinkButton>
      </div>
    </Page>
  );
}

function Broken() {
  const t = useShellText();
  const error = useRouteError();
  return (
    <Notice
      tone="danger"
      title={t('broken')}
      actions={<Button onPress={() => location.reload()}>{t('reload')}</Button>}
    >
      {error instanceof Error ? error.message : String(error)}
    </Notice>
  );
}

function Allowed({ needs, children }: { needs: string | undefined; children: React.ReactNode }) {
  const may = useMay();
  return !needs || may(needs) ? children : <NoPage />;
}

const pageRoute = ({ path, load, needs }: PageEntry) => ({
  path,
  errorElement: <Broken />,
  lazy: async () => {
    const { default: Content } = await loadPart(load);
    return {
      element: (
        <Allowed needs={needs}>
          <Content />
        </Allowed>
      ),
    };
  },
});

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <Broken />,
    HydrateFallback: Loading,
    children: [
      { path: '/sign-in', element: <SignIn /> },
      { element: <SignedIn />, children: [...PAGES.map(pageRoute), { path: '*', element: <NoPage /> }] },
    ],
  },
]);

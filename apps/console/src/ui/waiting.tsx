import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import { defineText } from '../text/i18n.js';
import { Button, LinkButton } from './button.js';
import { Icon } from './icon.js';
import { Page } from './page.js';

const useText = defineText('waiting', {
  ko: {
    loading: '불러오는 중',
    failed: '불러오지 못했습니다',
    again: '다시 시도',
    gone: '찾을 수 없습니다',
    goneWhy: '주소가 잘못되었거나, 삭제되었거나, 열람할 권한이 없는 자료입니다.',
    home: '내 할 일로',
    address: '주소의 조건이 올바르지 않습니다',
    addressWhy: '조건을 지우면 전체 목록을 볼 수 있습니다.',
    clear: '조건 지우기',
  },
  en: {
    loading: 'Loading',
    failed: 'This could not be loaded',
    again: 'Try again',
    gone: 'Not found',
    goneWhy: 'The address is wrong, or you may not see what is there.',
    home: 'To my work',
    address: 'The address asks for something that does not exist',
    addressWhy: 'Without its filters the whole list is shown.',
    clear: 'Clear filters',
  },
});

/** An empty place that says what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p className="subtle">{children}</p>}
      {action}
    </div>
  );
}

export function Loading() {
  const t = useText();
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t('loading')}</span>
      <span className="bone" aria-hidden="true" />
      <span className="bone" aria-hidden="true" />
      <span className="bone bone-short" aria-hidden="true" />
    </div>
  );
}

/** Something important in its place: an error where it happened, a warning, a hint. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
}: {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon name={tone === 'info' || tone === 'success' ? 'info' : 'warning'} />
      <div className="stack-tight">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="row notice-actions">{actions}</div>}
    </div>
  );
}

interface LoadedProps<T> {
  of: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** The page is of nothing else. */
  whole?: boolean;
}

/** What was read, or why it is not there yet; what was shown before stays while it is read anew. */
export function Loaded<T>({ of, children, whole }: LoadedProps<T>) {
  const t = useText();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (!of.error) return <Loading />;
  const status = of.error instanceof ApiProblem ? of.error.status : null;
  if (status === 404)
    return whole ? (
      <Page title={t('gone')} lead={t('goneWhy')}>
        <div>
          <LinkButton href="/">{t('home')}</LinkButton>
        </div>
      </Page>
    ) : (
      <Empty title={t('gone')}>{t('goneWhy')}</Empty>
    );
  // Only a filter can be wrong with what is read.
  if (status === 400)
    return (
      <Empty title={t('address')} action={<LinkButton href={location.pathname}>{t('clear')}</LinkButton>}>
        {t('addressWhy')}
      </Empty>
    );
  return (
    <Notice
      tone="danger"
      title={t('failed')}
      actions={
        <Button small onPress={() => void of.refetch()}>
          {t('again')}
        </Button>
      }
    >
      {of.error.message}
    </Notice>
  );
}

import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import { defineText } from '../text/i18n.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

const useText = defineText('waiting', {
  ko: {
    loading: '불러오는 중',
    failed: '불러오지 못했습니다',
    again: '다시 시도',
    gone: '찾을 수 없습니다',
    goneWhy: '주소가 잘못되었거나, 삭제되었거나, 열람할 권한이 없는 자료입니다.',
  },
  en: {
    loading: 'Loading',
    failed: 'This could not be loaded',
    again: 'Try again',
    gone: 'Not found',
    goneWhy: 'The address is wrong, or you may not see what is there.',
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

/** What was read, or why it is not there yet; what was shown before stays while it is read anew. */
export function Loaded<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useText();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (!of.error) return <Loading />;
  if (of.error instanceof ApiProblem && of.error.status === 404)
    return <Empty title={t('gone')}>{t('goneWhy')}</Empty>;
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

import { defineText } from '../text/i18n.js';
import { usePaging } from './address.js';
import { Button } from './button.js';

const useText = defineText('pager', {
  ko: { pages: '쪽 이동', page: '{{page}}쪽', previous: '이전', next: '다음' },
  en: { pages: 'Pages', page: 'Page {{page}}', previous: 'Previous', next: 'Next' },
});

/** Nothing where everything fits one page. */
export function Pager({ nextCursor }: { nextCursor: string | null }) {
  const t = useText();
  const { page, next, previous } = usePaging(nextCursor);
  if (!next && !previous) return null;
  return (
    <nav aria-label={t('pages')} className="row pager no-print">
      <Button small icon="left" isDisabled={!previous} onPress={() => previous?.()}>
        {t('previous')}
      </Button>
      <span aria-current="page">{t('page', { page })}</span>
      <Button small isDisabled={!next} onPress={() => next?.()}>
        {t('next')}
      </Button>
    </nav>
  );
}

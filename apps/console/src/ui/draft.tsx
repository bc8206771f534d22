import { defineText } from '../text/i18n.js';
import { useFormat } from '../text/format.js';
import { Button } from './button.js';
import { toast } from './toast.js';
import { Notice } from './waiting.js';

const useText = defineText('draft', {
  ko: {
    found: '{{when}}에 쓰던 내용을 불러왔습니다.',
    discard: '새로 작성',
    discarded: '쓰던 내용을 지웠습니다.',
    kept: '작성 내용은 이 기기에 자동 보관됩니다.',
    notKept: '이 기기에 보관할 수 없습니다. 등록하기 전에 창을 닫지 마십시오.',
  },
  en: {
    found: 'What you began on {{when}} is here again.',
    discard: 'Begin anew',
    discarded: 'What you had begun was thrown away.',
    kept: 'What you write is kept on this device.',
    notKept: 'This device cannot keep what you write: send it before you close the window.',
  },
});

interface Drafted {
  restoredAt: string | null;
  kept: boolean;
  discard: () => () => void;
}

/** Above a form whose draft was found rather than begun. */
export function DraftFound({
  draft: { restoredAt, discard },
}: {
  draft: Pick<Drafted, 'restoredAt' | 'discard'>;
}) {
  const t = useText();
  const format = useFormat();
  if (!restoredAt) return null;
  return (
    <Notice
      title={t('found', { when: format.instant(restoredAt) })}
      actions={
        <Button small onPress={() => toast(t('discarded'), { undo: discard() })}>
          {t('discard')}
        </Button>
      }
    />
  );
}

/** Beside the button of a form with a draft: whether that is really kept. */
export function DraftKept({ draft: { kept } }: { draft: Pick<Drafted, 'kept'> }) {
  const t = useText();
  return kept ? (
    <span className="small subtle">{t('kept')}</span>
  ) : (
    <strong className="small" role="alert">
      {t('notKept')}
    </strong>
  );
}

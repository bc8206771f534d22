import { queryClient } from '../api/queries.js';
import { leave } from '../shell/sign-out.js';
import { SetUp } from './set-up.js';
import { useSecondFactorText } from './text.js';

/** All there is for somebody whose role needs a second factor that is not set up yet. */
export default function SetUpFirst() {
  const t = useSecondFactorText();
  return (
    <main className="gate">
      <div className="gate-card">
        <h1 className="panel-title">{t('firstTitle')}</h1>
        <p>{t('firstWhy')}</p>
        <p className="small subtle">{t('why')}</p>
        <SetUp
          onDone={() => void queryClient.invalidateQueries()}
          onCancel={() => void leave()}
          cancel={t('signOut')}
        />
      </div>
    </main>
  );
}

import type { Page } from 'playwright-core';
import { inBrowser, Windows } from '../support/browser.js';
import { City, freePort } from '../support/city.js';
import { CLIENT, TestProvider } from '../support/identity-provider.js';
import { codeOf, stepBegins } from '../support/second-factor.js';

const PASSWORD = 'a-long-enough-password';

inBrowser('a second factor', () => {
  let city: City;
  let windows: Windows;

  beforeAll(async () => {
    city = await City.start({ apps: ['intake'] });
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
  });

  const signIn = async (page: Page, email: string): Promise<void> => {
    await page.getByLabel('전자우편 주소').fill(email);
    await page.getByLabel('비밀번호').fill(PASSWORD);
    await page.getByRole('button', { name: '로그인' }).click();
  };
  const withCode = async (page: Page, code: string): Promise<void> => {
    await page.getByLabel('인증번호').fill(code);
    await page.getByRole('button', { name: '로그인' }).click();
  };

  it('is switched on, then asked for at the next sign-in; a recovery code stands in for a lost phone', async () => {
    windows.tolerate(/(400|401) .*\/api\/v1\/(me|sessions)/);
    const page = await windows.of('officer', '/settings');
    await page.getByRole('button', { name: '2단계 인증 등록' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('지금 비밀번호').fill(PASSWORD);
    await dialog.getByRole('button', { name: '다음' }).click();
    await dialog.getByRole('img', { name: 'QR 코드' }).waitFor();
    const secret = await dialog.getByLabel('직접 입력하는 키').inputValue();
    await stepBegins();
    await dialog.getByLabel('인증번호').fill('000000');
    await dialog.getByRole('button', { name: '등록', exact: true }).click();
    await dialog.getByText('인증번호가 올바르지 않거나').waitFor();
    const code = codeOf(secret);
    await dialog.getByLabel('인증번호').fill(code);
    await dialog.getByRole('button', { name: '등록', exact: true }).click();
    await dialog.getByRole('list', { name: '복구 코드' }).waitFor();
    const codes = await dialog
      .getByRole('list', { name: '복구 코드' })
      .getByRole('listitem')
      .allTextContents();
    expect(codes).toHaveLength(10);
    await dialog.getByRole('button', { name: '보관했습니다' }).click();
    await page.getByText('10개').waitFor();
    await page.getByRole('button', { name: '로그아웃', exact: true }).first().click();

    await signIn(page, 'officer@city.test');
    await withCode(page, code);
    await page.getByText('이미 사용한 번호').waitFor();
    await withCode(page, codeOf(secret, 1));
    await page.getByRole('heading', { level: 1, name: '내 할 일' }).waitFor();
    await page.goto('/settings');
    await page.getByRole('button', { name: '로그아웃', exact: true }).first().click();

    await signIn(page, 'officer@city.test');
    await withCode(page, codes[3]!);
    await page.getByRole('heading', { level: 1, name: '내 할 일' }).waitFor();
    await page.goto('/settings');
    await page.getByText('9개').waitFor();
  });

  it('or the password is asked for again before a token is given away, some time after signing in', async () => {
    windows.tolerate(/(400|403) .*\/api\/v1\/(tokens|sessions\/current\/proof)/);
    const page = await windows.of('manager', '/settings');
    await city.database.query(`update sessions set proven_at = proven_at - interval '1 hour'`);
    await page.getByRole('button', { name: '토큰 발급' }).click();
    const dialog = page.getByRole('dialog', { name: '토큰 발급' });
    await dialog.getByLabel('용도').fill('통계 시스템');
    await dialog.getByRole('button', { name: '발급', exact: true }).click();
    await dialog.getByText('본인임을 다시 확인합니다').waitFor();
    await dialog.getByLabel('지금 비밀번호').fill('not the password');
    await dialog.getByRole('button', { name: '발급', exact: true }).click();
    await dialog.getByText('지금 비밀번호와 다릅니다.').waitFor();
    await dialog.getByLabel('지금 비밀번호').fill(PASSWORD);
    await dialog.getByRole('button', { name: '발급', exact: true }).click();
    const made = page.getByRole('alertdialog', { name: '토큰을 발급했습니다' });
    expect(await made.getByLabel('토큰', { exact: true }).inputValue()).toMatch(/^haechi_/);
  });

  it('that the role needs is all there is, until it is set up', async () => {
    const port = await freePort();
    await city.run('intake', {
      name: 'intake-strict',
      env: { PORT: String(port), SECOND_FACTOR_ROLES: 'auditor' },
    });
    windows.tolerate(/401 .*\/api\/v1\/(me|sessions)/, /^asked another host/);
    const page = await windows.ofNobody(`http://127.0.0.1:${port}/sign-in`);
    await signIn(page, 'auditor@city.test');
    await page.getByRole('heading', { name: '2단계 인증을 등록해 주십시오' }).waitFor();
    await page.getByLabel('지금 비밀번호').fill(PASSWORD);
    await page.getByRole('button', { name: '다음' }).click();
    const secret = await page.getByLabel('직접 입력하는 키').inputValue();
    await page.getByLabel('인증번호').fill(codeOf(secret));
    await page.getByRole('button', { name: '등록', exact: true }).click();
    await page.getByRole('button', { name: '보관했습니다' }).click();
    await page.getByRole('heading', { level: 1, name: '내 할 일' }).waitFor();
    expect(await page.getByRole('navigation').first().isVisible()).toBe(true);
  });

  it('is not asked for by single sign-on, which is one press, and says why where it lets nobody in', async () => {
    const [port, theirs] = [await freePort(), await freePort()];
    const own = `http://127.0.0.1:${port}`;
    const provider = await TestProvider.start(theirs, [`${own}/api/v1/sign-in/oidc/callback`]);
    await city.run('intake', {
      name: 'intake-sso',
      env: {
        PORT: String(port),
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        SECOND_FACTOR_ROLES: 'manager',
      },
    });
    windows.tolerate(/401 .*\/api\/v1\/(me|sessions)/, /^asked another host/);
    const page = await windows.ofNobody(`${own}/sign-in?next=%2Fissues`);
    provider.signsIn('nobody', { email: 'nobody@city.test', email_verified: true });
    await page.getByRole('link', { name: '통합 로그인(SSO)' }).click();
    await page.getByText('등록되어 있지 않거나 사용이 중지된 계정').waitFor();
    await page.context().clearCookies();
    await page.goto(`${own}/sign-in?next=%2Fissues`);
    provider.signsIn('manager', { email: 'manager@city.test', email_verified: true });
    await page.getByRole('link', { name: '통합 로그인(SSO)' }).click();
    await page.getByRole('heading', { level: 1, name: '리스크 이슈' }).waitFor();
    expect(page.url()).toBe(`${own}/issues`);
    await provider.close();
  });
});

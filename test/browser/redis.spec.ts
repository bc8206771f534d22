import { inBrowserOnRedis, Windows } from '../support/browser.js';
import * as desk from '../support/browser-desk.js';
import { fromArticleToReport } from '../support/browser-story.js';
import { City } from '../support/city.js';
import { TestRedis } from '../support/redis.js';

inBrowserOnRedis('a day at the console with the queues on Redis', () => {
  let redis: TestRedis;
  let city: City;
  let windows: Windows;
  beforeAll(async () => {
    redis = await TestRedis.start();
    city = await City.start({ redisUrl: redis.url });
    windows = await Windows.start(city);
  }, 120_000);
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
    await redis?.kill();
  });

  it('takes an officer from an article to the report, too', async () => {
    const pdf = await fromArticleToReport(windows, city, desk.nextMonth());
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  }, 120_000);
});

import { Api, type Json } from './api.js';
import { City } from './city.js';
import { anIssue, heavy, settled } from './issues.js';

/** An office that weighs and decides, and an officer of the lowest position, to whom nothing is delegated. */
export class WeighingOffice {
  private constructor(
    readonly city: City,
    readonly who: Record<'officer' | 'colleague' | 'manager', Api>,
    readonly clerk: Api,
  ) {}

  static async open(): Promise<WeighingOffice> {
    const city = await City.start({ apps: ['intake', 'pipeline'], env: { SCHEDULE_INTERVAL_MS: '100' } });
    const who = await city.asEach('officer', 'colleague', 'manager');
    const password = 'a-long-enough-password';
    const account = {
      email: 'clerk@city.test',
      name: '주무관',
      role: 'officer',
      position: 'staff',
      password,
    };
    await (await city.as('admin')).post('/users', account);
    return new WeighingOffice(city, who, await Api.signIn(city.url, account.email, password));
  }

  get labour(): string {
    return this.city.people.labour.departmentId!;
  }

  registered = async (more: object = {}, by: Api = this.who.officer): Promise<Json> => {
    const { id } = await by.post('/issues', anIssue({ leadDepartmentId: this.labour, ...more }));
    return settled(this.who.officer, id);
  };

  decided = async (more: object = {}): Promise<Json> => {
    const { id } = await this.registered({ ...heavy, ...more });
    await this.who.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    return settled(this.who.officer, id);
  };

  events = async (id: string): Promise<string[]> =>
    (await this.who.officer.get(`/issues/${id}/timeline?limit=200`)).items.map(({ name }: Json) => name);

  /** The status of a refusal with the fields it names, or else its kind. */
  refusal = async (path: string, body: object, by: Api = this.who.officer): Promise<string> => {
    const { status, body: said } = await by.send('POST', path, body);
    const fields = (said.errors ?? []).map(({ path: field }: Json) => field).join();
    return `${status} ${fields || said.type.split(':').at(-1)}`;
  };
}

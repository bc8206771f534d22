import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '#platform/ops.js';
import { OneOf } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { Endpoint } from '../http/endpoint.js';

class HealthAnswer {
  @OneOf(['ok'])
  status: string;
}

@ApiTags('운영')
@Controller()
export class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  @Get('health/live')
  @Endpoint({ summary: '프로세스가 살아 있음', returns: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Endpoint({ summary: '업무를 처리할 수 있음', returns: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    if (!(await this.health.ready())) throw new Problem('unavailable', {}, { retryAfterSeconds: 2 });
    return { status: 'ok' };
  }
}

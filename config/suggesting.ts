import type { DepartmentName } from './departments.js';
import { words } from './words.js';

/**
 * What units do themselves that only lead their own work: independent bodies, offices of the mayor, institutes. Each is also known by
 * its name. Integrity is the audit's own (practice 2.2).
 */
export const OWN_WORK: Partial<Record<DepartmentName, readonly string[]>> = {
  감사위원회: words('청렴도, 청렴, 반부패, 부패, 공직기강, 감사위원회'),
  시민감사옴부즈만위원회: words('옴부즈만, 시민감사, 직권감사'),
  서울민주주의위원회: words('민주주의위원회, 민주주의서울, 시민숙의예산, 시민참여예산, 주민참여예산'),
  시장비서실: words('비서실'),
  정무부시장실: words('정무부시장'),
};

import { words } from './words.js';

/** The 25 districts of the city (자치구), in the official order. */
export const DISTRICTS = words(`
  종로구, 중구, 용산구, 성동구, 광진구, 동대문구, 중랑구, 성북구, 강북구, 도봉구, 노원구, 은평구, 서대문구, 마포구,
  양천구, 강서구, 구로구, 금천구, 영등포구, 동작구, 관악구, 서초구, 강남구, 송파구, 강동구
`);

/** As texts name them; `^` where the name is the end of other words too. */
export const DISTRICT_NAMES = DISTRICTS.map((name) => (name === '중구' ? `^${name}` : name));

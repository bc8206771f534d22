import type { FastifyRequest } from 'fastify';
import type { Language } from '#people/vocabulary.js';

/** Korean unless English is asked for before it. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';');
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(q.replace(/^\s*q=/, '')) || 0 };
    })
    .filter(({ language }) => language === 'ko' || language === 'en')
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'ko';
}

import { useLanguage } from '../../text/i18n.js';
import { Panel } from '../../ui/panel.js';
import { Figure } from './figure.js';
import { Meanings } from './meanings.js';
import type { TermsPart } from './terms-part.js';
import { usePolicyText } from './text.js';

/** 평가항목: weights, and what each of the five levels means. */
export function Factors({ terms: { factors }, change, errorOf }: TermsPart) {
  const t = usePolicyText();
  const language = useLanguage();
  const total = Math.round(factors.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
  const changeOne = (at: number, part: Partial<(typeof factors)[number]>) =>
    change?.({ factors: factors.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <Panel title={t('factors')} aside={t('sum', { n: total })}>
      <div className="policy-steps">
        {factors.map(({ name, label, weight }, at) => (
          <Figure
            key={name}
            label={label[language]}
            value={weight}
            error={errorOf(`factors.${at}.weight`)}
            onChange={change && ((to) => changeOne(at, { weight: to }))}
          />
        ))}
      </div>
      {factors.map(({ name, label, anchors }, at) => (
        <Meanings
          key={name}
          title={label[language]}
          label={label}
          levels={anchors}
          onChange={change && ((levels, named) => changeOne(at, { anchors: levels, label: named ?? label }))}
        />
      ))}
    </Panel>
  );
}

import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  /** Beside the title, e.g. a count. */
  aside?: ReactNode;
  /** Right of the title: what can be done here. */
  actions?: ReactNode;
  children: ReactNode;
  /** Stands out: something waits to be done here. */
  urgent?: boolean;
  level?: 2 | 3;
}

/** A part of a page that has a name: heading, what can be done, content. */
export function Panel({ title, aside, actions, children, urgent, level = 2 }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={urgent ? 'panel panel-urgent' : 'panel'} aria-labelledby={id}>
      <div className="panel-head">
        <Heading id={id} className="panel-title">
          {title}
          {aside !== undefined && <span className="panel-aside">{aside}</span>}
        </Heading>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Terms and their values, e.g. 주관부서 안전총괄실. What has no value is left out. */
export function Facts({ facts }: { facts: [term: ReactNode, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([term, value], index) => (
          <div key={index}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

import { Button as AriaButton, Link as AriaLink } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps, LinkProps as AriaLinkProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

interface Look {
  /** One `primary` on a page: what is most likely to be done next. */
  kind?: 'primary' | 'secondary' | 'tertiary' | 'text' | 'danger';
  small?: boolean;
  icon?: IconName;
  children?: ReactNode;
}

const classOf = ({ kind = 'tertiary', small }: Look) =>
  `button button-${kind}${small ? ' button-small' : ''}`;

export function Button({
  kind,
  small,
  icon,
  children,
  ...rest
}: Look & Omit<AriaButtonProps, 'children' | 'className'>) {
  return (
    <AriaButton {...rest} className={classOf({ kind, small })}>
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  kind,
  small,
  icon,
  children,
  ...rest
}: Look & Omit<AriaLinkProps, 'children' | 'className'>) {
  return (
    <AriaLink {...rest} className={classOf({ kind, small })}>
      {icon && <Icon name={icon} size={small ? 16 : 20} />}
      {children}
    </AriaLink>
  );
}

/** A button that shows its icon only; the label is read out and shown on hover. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: IconName; label: string } & Omit<AriaButtonProps, 'children' | 'className'>) {
  return (
    <AriaButton {...rest} aria-label={label} className="icon-button">
      <Icon name={icon} />
      <span className="hint" aria-hidden="true">
        {label}
      </span>
    </AriaButton>
  );
}

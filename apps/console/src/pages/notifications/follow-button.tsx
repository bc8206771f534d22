import { useState } from 'react';
import { call } from '../../api/call.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { Following } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { toast } from '../../ui/toast.js';
import { useNotificationsText } from './text.js';

/** 관심 등록 of an issue or a department, by its path; pressed again it ends. */
export function FollowButton({ of }: { of: string }) {
  const t = useNotificationsText();
  const path = `${of}/following`;
  const { data } = useRead<Following>(path);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const follow = useWrite((follows: boolean) => call<unknown>(follows ? 'POST' : 'DELETE', path), {
    touches: [path, '/me/following'],
  });
  if (!data) return null;
  const isOn = wanted ?? data.following;
  const press = async () => {
    setWanted(!isOn);
    try {
      await follow.mutateAsync(!isOn);
      toast(t(isOn ? 'removed' : 'followed'));
    } catch {
      toast(t('failed'), { tone: 'danger' });
    } finally {
      setWanted(null);
    }
  };
  return (
    <Button icon={isOn ? 'check' : 'bookmark'} isDisabled={follow.isPending} onPress={() => void press()}>
      {t(isOn ? 'following' : 'follow')}
    </Button>
  );
}

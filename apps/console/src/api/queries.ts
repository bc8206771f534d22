import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.js';
import { ApiProblem, Unreachable } from './problem.js';
import type { Department, Me, Page } from './types.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused stays refused; who was not reached is asked again until reached.
      retry: (count, error) =>
        error instanceof ApiProblem ? false : error instanceof Unreachable || count < 2,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 5000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

interface ReadOptions {
  /** What was asked for before stays until the answer is there. */
  keep?: boolean;
  /** A list that somebody reads: it stays as it is while others change it, see `<Changes>`. */
  still?: boolean;
}

/**
 * Reads one thing of the API. The key is the path in its parts, so that a change of `['issues', id]` also makes
 * `['issues', id, 'timeline']` anew.
 */
export function useRead<T>(path: string | null, options: ReadOptions = {}) {
  return useQuery<T>({
    queryKey: path ? keyOf(path) : ['nothing'],
    queryFn: ({ signal }) => call<T>('GET', path!, { signal }),
    enabled: path !== null,
    ...((options.keep || options.still) && { placeholderData: keepPreviousData }),
    ...(options.still && { meta: { still: true }, refetchOnWindowFocus: false }),
  });
}

/** `/issues/17/timeline?sort=seq` → `['issues', '17', 'timeline', '?sort=seq']` */
export function keyOf(path: string): string[] {
  const [route = '', query] = path.split('?');
  return [...route.split('/').filter(Boolean), ...(query ? [`?${query}`] : [])];
}

/** Writes, then makes anew whatever begins with one of these paths. */
export function useWrite<Input, Output>(
  write: (input: Input) => Promise<Output>,
  { touches }: { touches: string[] | ((output: Output, input: Input) => string[]) },
) {
  const client = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: write,
    onSuccess: async (output, input) => {
      const paths = typeof touches === 'function' ? touches(output, input) : touches;
      await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: keyOf(path) })));
    },
  });
}

/** Who is signed in; the frame renders nothing below it before this is known. */
export const ME = '/me';
export const useMe = (): Me => useRead<Me>(ME).data!;

/** May this person use the route, e.g. `POST /issues`? */
export function useMay(): (route: string) => boolean {
  const permissions = new Set(useMe().permissions);
  return (route) => {
    const [verb = '', path = ''] = route.split(' ');
    return permissions.has(`${verb} /api/v1${path}`);
  };
}

export function useDepartments() {
  const { data } = useRead<Page<Department>>('/departments?limit=200');
  const ever = data?.items ?? [];
  const byId = new Map(ever.map((department) => [department.id, department]));
  return {
    /** Those that can be chosen; and with those that are gone, for what was before. */
    all: ever.filter(({ validTo }) => validTo === null),
    ever,
    nameOf: (id: string | null | undefined) => (id ? (byId.get(id)?.name ?? '…') : ''),
  };
}

import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { signInPath } from '../policy/people/public-pages.ts'
import { signOut } from '../shared/session.ts'
import type { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { type Session, sessionQuery } from './session-query.ts'

export type { Session } from './session-query.ts'

/** Who is signed in; `data` is null for a guest. */
export function useSession(): UseQueryResult<Session | null, ApiError> {
  return useQuery<Session | null, ApiError>(sessionQuery)
}

/** The signed-in person; only for pages inside the shell, which opens for nobody else. */
export function useMe(): Session {
  const { data } = useSession()
  if (!data) throw new Error('this page needs a signed-in person')
  return data
}

/** Takes over a session that was signed in again. Another person than before starts with no views of the former one. */
export function useTakeSession(former: Session): (session: Session) => void {
  const queries = useQueryClient()
  return (session) => {
    if (former.accountId !== session.accountId) queries.removeQueries({ queryKey: ['view'] })
    queries.setQueryData(sessionQuery.queryKey, session)
  }
}

/** Asks anew who is signed in and what they may, and for every view with it. */
export function useAskAnew(): () => void {
  const queries = useQueryClient()
  return () => {
    queries.removeQueries({ queryKey: ['view'] })
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
}

/** Signs out. The page is loaded anew, so that nothing of this person stays in memory. */
export function useSignOut() {
  return useMutation<void, ApiError, void>({
    mutationFn: async () => {
      await call(signOut, {}, { asGuest: true })
    },
    onSettled: (_, error) => {
      // Without a line the session lives on, and the browser would show its own error page.
      if (error?.status !== 0) window.location.assign(signInPath)
    },
  })
}

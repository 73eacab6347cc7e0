import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { signIn, signOut, whoAmI } from '../shared/session.ts'
import { call, type Reply } from './api.ts'
import { ApiError } from './api-error.ts'

export type Session = NonNullable<Reply<typeof whoAmI>['account']>

const sessionKey = ['session'] as const

/** Who is signed in; `data` is null for a guest. */
export function useSession(): UseQueryResult<Session | null, ApiError> {
  return useQuery<Session | null, ApiError>({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      try {
        return (await call(whoAmI, {}, { signal, asGuest: true })).account
      } catch (thrown) {
        if (thrown instanceof ApiError && thrown.status === 401) return null
        throw thrown
      }
    },
    staleTime: 300_000,
  })
}

/** The signed-in person; only for pages inside the shell, which opens for nobody else. */
export function useMe(): Session {
  const { data } = useSession()
  if (!data) throw new Error('this page needs a signed-in person')
  return data
}

type Credentials = { name: string; password: string }

/** Signs in. Another person than before starts with no views of the former one. */
export function useSignIn(former: Session | null) {
  const queries = useQueryClient()
  return useMutation<Session, ApiError, Credentials>({
    mutationFn: async (credentials) => {
      return (await call(signIn, { body: credentials }, { asGuest: true })).account
    },
    onSuccess: (session) => {
      if (former?.accountId !== session.accountId) queries.removeQueries({ queryKey: ['view'] })
      queries.setQueryData(sessionKey, session)
    },
  })
}

/** Signs out. The page is loaded anew, so that nothing of this person stays in memory. */
export function useSignOut() {
  return useMutation<void, ApiError, void>({
    mutationFn: async () => {
      await call(signOut, {}, { asGuest: true })
    },
    onSettled: (_, error) => {
      // Without a line the session lives on, and the browser would show its own error page.
      if (error?.status !== 0) window.location.assign('/sign-in')
    },
  })
}

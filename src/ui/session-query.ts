import { whoAmI } from '../shared/session.ts'
import { ApiError } from './api-error.ts'
import { call, type Reply } from './call.ts'

export type Session = NonNullable<Reply<typeof whoAmI>['account']>

/** Who is signed in, as the store of views holds it; null for a guest. */
export const sessionQuery = {
  queryKey: ['session'] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Session | null> => {
    try {
      return (await call(whoAmI, {}, { signal, asGuest: true })).account
    } catch (thrown) {
      if (thrown instanceof ApiError && thrown.status === 401) return null
      throw thrown
    }
  },
  staleTime: 300_000,
}

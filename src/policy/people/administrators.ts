import type { Post } from './posts.ts'

/**
 * The three administrators, who exclude each other (GB/T 22239-2019, 8.1.4.2): one keeps units and prepares accounts, one approves and
 * closes them and deals with incidents, one reads the trail and does nothing else. An account has one post, so nobody acts as two.
 */
export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Post[]
export type Administrator = (typeof administrators)[number]

export function isAdministrator(post: Post): post is Administrator {
  return (administrators as readonly Post[]).includes(post)
}

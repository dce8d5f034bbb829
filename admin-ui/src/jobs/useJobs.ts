import type { Job } from '@stogram/client/shared/api/plugins';
import { session } from '../app/session';
import { useLooked } from '../ui/useLooked';

const calm = 5_000;
const keen = 1_500;
const ask = () => session.api.jobs();
const pace = (jobs: Job[] | null) => (jobs?.some(job => job.state === 'RUNNING') ? keen : calm);

/** The jobs, looked at more often while some run. */
export const useJobs = () => useLooked(ask, pace);

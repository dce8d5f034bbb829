export const safetyRu = {
  'limits.again_one': 'Слишком часто. Попробуйте через {{count}} секунду.',
  'limits.again_few': 'Слишком часто. Попробуйте через {{count}} секунды.',
  'limits.again_many': 'Слишком часто. Попробуйте через {{count}} секунд.',
  'limits.again_other': 'Слишком часто. Попробуйте через {{count}} секунды.',
  'limits.sending_one': 'Немного быстро: остальное уйдёт само через {{count}} секунду.',
  'limits.sending_few': 'Немного быстро: остальное уйдёт само через {{count}} секунды.',
  'limits.sending_many': 'Немного быстро: остальное уйдёт само через {{count}} секунд.',
  'limits.sending_other': 'Немного быстро: остальное уйдёт само через {{count}} секунды.',
};

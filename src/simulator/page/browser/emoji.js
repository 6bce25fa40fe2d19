/** The shortcodes apps are likely to use; any other stays as it is written. */
const table = `
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|question ❓
exclamation ❗|information_source ℹ️|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭
tada 🎉|confetti_ball 🎊|trophy 🏆|medal 🏅|first_place_medal 🥇|star ⭐|star2 🌟|sparkles ✨|dart 🎯|rocket 🚀|fire 🔥|zap ⚡
thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎|clap 👏|raised_hands 🙌|pray 🙏|wave 👋|muscle 💪|handshake 🤝|point_right 👉|eyes 👀
heart ❤️|blue_heart 💙|green_heart 💚|yellow_heart 💛|purple_heart 💜|broken_heart 💔|smile 😄|smiley 😃|grinning 😀|slightly_smiling_face 🙂
blush 😊|wink 😉|joy 😂|thinking_face 🤔|neutral_face 😐|confused 😕|worried 😟|cry 😢|sob 😭|sweat_smile 😅|sunglasses 😎|partying_face 🥳
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|clipboard 📋|memo 📝|pencil 📝|pencil2 ✏️|page_facing_up 📄
paperclip 📎|pushpin 📌|round_pushpin 📍|link 🔗|lock 🔒|unlock 🔓|key 🔑|mag 🔍|gear ⚙️|wrench 🔧|hammer_and_wrench 🛠️|bug 🐛
calendar 📅|date 📅|spiral_calendar_pad 🗓️|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|clock10 🕙|sunny ☀️|palm_tree 🌴
briefcase 💼|office 🏢|house 🏠|family 👪|busts_in_silhouette 👥|bust_in_silhouette 👤|email 📧|envelope ✉️|inbox_tray 📥|outbox_tray 📤
package 📦|truck 🚚|moneybag 💰|credit_card 💳|seedling 🌱|herb 🌿|deciduous_tree 🌳|recycle ♻️|arrow_up ⬆️|arrow_down ⬇️|arrow_right ➡️
arrow_left ⬅️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁|fast_forward ⏩|double_vertical_bar ⏸️|heavy_plus_sign ➕
heavy_minus_sign ➖|red_circle 🔴|large_blue_circle 🔵|large_green_circle 🟢|large_yellow_circle 🟡|large_orange_circle 🟠|white_circle ⚪|black_circle ⚫
small_blue_diamond 🔹|small_orange_diamond 🔸|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|robot_face 🤖|ghost 👻|brain 🧠|books 📚|book 📖|mortar_board 🎓`;

const characters = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((entry) => entry.trim().split(' ')),
);

export function emojiCharacter(name) {
  return characters.get(name.replace(/::skin-tone-\d$/, ''));
}

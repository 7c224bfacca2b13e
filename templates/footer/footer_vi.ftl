Bạn nhận thư này vì bạn có tên trong danh sách ${list} (${address}).
Xem trên web: ${post}
Cách bạn nhận thư: ${preferences}
Rời danh sách: ${leave}
